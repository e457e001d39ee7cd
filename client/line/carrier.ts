/** Carries packets of Engine.IO one way and the other, over whatever line there is. */
export interface Carrier {
  send(packet: string): void;
  /** Nothing is told after this. */
  close(): void;
}

export interface CarrierListener {
  packet(packet: string): void;
  /** It could not be opened, or has ended; told once. */
  ended(): void;
}

export type OpenCarrier = (listener: CarrierListener) => Carrier;

const FAR_ENOUGH = 6;

interface End {
  side: 'here' | 'there';
  id: string;
}

/** Drawing a wire from an option of one side to one of the other, with a mouse or a finger. */
export class Dragging {
  /** The option under the pointer, where the wire may end. */
  over = $state('');
  /** The wire while it is drawn, in parts of the board's width and height. */
  line = $state.raw<{ x1: number; y1: number; x2: number; y2: number }>();
  #from: (End & { x: number; y: number }) | undefined;
  readonly #connect: (there: string, here: string) => void;

  constructor(connect: (there: string, here: string) => void) {
    this.#connect = connect;
  }

  begin(event: PointerEvent): void {
    const end = event.button === 0 ? endAt(event) : undefined;
    if (end) this.#from = { ...end, x: event.clientX, y: event.clientY };
  }

  move(event: PointerEvent, board: HTMLElement): void {
    const from = this.#from;
    if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) < FAR_ENOUGH) return;
    const { left, top, width, height } = board.getBoundingClientRect();
    this.line = {
      x1: (from.x - left) / width,
      y1: (from.y - top) / height,
      x2: (event.clientX - left) / width,
      y2: (event.clientY - top) / height,
    };
    const end = endAt(event);
    this.over = end && end.side !== from.side ? end.id : '';
  }

  end(event: PointerEvent): void {
    const [from, to] = [this.#from, endAt(event)];
    const isDrawn = this.line !== undefined;
    this.stop();
    if (!isDrawn || !from || !to || from.side === to.side) return;
    const [there, here] = from.side === 'there' ? [from, to] : [to, from];
    this.#connect(there.id, here.id);
  }

  stop(): void {
    this.#from = undefined;
    this.line = undefined;
    this.over = '';
  }
}

function endAt({ clientX, clientY }: PointerEvent): End | undefined {
  const item = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-here], [data-there]');
  const { here, there } = item?.dataset ?? {};
  if (here !== undefined) return { side: 'here', id: here };
  return there === undefined ? undefined : { side: 'there', id: there };
}

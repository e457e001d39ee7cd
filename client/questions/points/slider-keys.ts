const LARGE = 2;

/** How many steps a key moves a slider: an infinite number to an end; undefined where the key is not the slider's. */
export function keySteps(key: string, isMirrored: boolean): number | undefined {
  const forth = isMirrored ? -1 : 1;
  const steps: Partial<Record<string, number>> = {
    ArrowUp: 1,
    ArrowDown: -1,
    ArrowRight: forth,
    ArrowLeft: -forth,
    PageUp: LARGE,
    PageDown: -LARGE,
    End: Infinity,
    Home: -Infinity,
  };
  return steps[key];
}

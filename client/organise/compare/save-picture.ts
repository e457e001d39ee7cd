import { LIGHT } from '../../../shared/charts/palette.ts';
import type { Comparison } from '../../../shared/comparison/comparison.ts';
import latinExt from '../../ui/fonts/schibsted-grotesk-latin-ext-wght-normal.woff2?url';
import latin from '../../ui/fonts/schibsted-grotesk-latin-wght-normal.woff2?url';
import { chartSvg, type ChartKind } from './chart-svg.ts';

const WIDTH = 1200;
/** Sharp on a projector and in print. */
const SCALE = 2;

/** Saves the chart with question, sentence and foot as a drawing of its own. */
export async function saveSvg(comparison: Comparison, kind: ChartKind): Promise<void> {
  save(new Blob([drawingOf(comparison, kind)], { type: 'image/svg+xml' }), nameOf(comparison, 'svg'));
}

/** The same as a picture, in our own face. Rejects where the browser cannot draw it. */
export async function savePng(comparison: Comparison, kind: ChartKind): Promise<void> {
  const drawing = withFaces(drawingOf(comparison, kind), await facesAsStyle());
  const image = await imageOf(drawing);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The picture could not be drawn.');
  save(blob, nameOf(comparison, 'png'));
}

function drawingOf(comparison: Comparison, kind: ChartKind): string {
  return chartSvg(comparison, kind, { width: WIDTH, palette: LIGHT });
}

/** A picture loads nothing from outside, so the face travels in it. */
async function facesAsStyle(): Promise<string> {
  const faces = await Promise.all([latinExt, latin].map(dataUrlOf));
  return faces
    .map(
      (url) =>
        `@font-face{font-family:'Schibsted Grotesk';font-weight:400 900;src:url(${url}) format('woff2')}`,
    )
    .join('');
}

async function dataUrlOf(url: string): Promise<string> {
  const blob = await (await fetch(url)).blob();
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}

function withFaces(svg: string, style: string): string {
  return svg.replace('>', `><style>${style}</style>`);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = url;
  await image.decode().finally(() => URL.revokeObjectURL(url));
  return image;
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function nameOf({ question }: Comparison, ending: string): string {
  const words = question.prompt.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
  return `${words.slice(0, 60).trim() || 'comparison'}.${ending}`;
}

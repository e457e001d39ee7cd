import { getDocument, GlobalWorkerOptions, type PDFPageProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

/** As wide as a projector's picture; what is narrower is drawn larger. */
const WIDTH = 1920;
const HEIGHT = 1200;

/** The pages of a PDF as pictures, in order, drawn in this browser: the document itself is sent nowhere. */
export async function* pdfPages(bytes: ArrayBuffer): AsyncGenerator<Blob> {
  const pdf = await getDocument({ data: bytes, isEvalSupported: false }).promise;
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) yield await drawn(await pdf.getPage(number));
  } finally {
    await pdf.destroy();
  }
}

async function drawn(page: PDFPageProxy): Promise<Blob> {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(WIDTH / width, HEIGHT / height) });
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const canvasContext = canvas.getContext('2d');
  if (!canvasContext) throw new Error('this browser draws nothing');
  await page.render({ canvasContext, viewport, background: '#ffffff' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('this page could not be drawn');
  return blob;
}

// Draws the pages of a PDF on canvases. The library comes with its worker from this window's own files, on first use.
import type { PDFWorker } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

/** One for all documents: closing one while the next opens leaves it alone. */
let worker: PDFWorker | undefined;

/** A document that is open for drawing. */
export interface Pages {
  count: number;
  /** Height over width of a page, from 1. */
  shape: (page: number) => Promise<number>;
  /** Draws a page as wide as the canvas has pixels; an aborted one stops. */
  draw: (page: number, canvas: HTMLCanvasElement, signal: AbortSignal) => Promise<void>;
  close: () => void;
}

/** Opens a document; the bytes are the library's from then on. */
export async function openPages(bytes: Uint8Array): Promise<Pages> {
  const { getDocument, PDFWorker } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  worker ??= PDFWorker.create({ port: new Worker(workerUrl, { type: "module" }) });
  const loading = getDocument({ data: bytes, worker });
  const close = () => void loading.destroy();
  try {
    const document = await loading.promise;
    const shape = async (page: number) => {
      const { width, height } = (await document.getPage(page)).getViewport({ scale: 1 });
      return height / width;
    };
    const draw = async (page: number, canvas: HTMLCanvasElement, signal: AbortSignal) => {
      const drawn = await document.getPage(page);
      if (signal.aborted) return;
      const scale = canvas.width / drawn.getViewport({ scale: 1 }).width;
      const task = drawn.render({ canvas, viewport: drawn.getViewport({ scale }), background: "#ffffff" });
      signal.addEventListener("abort", () => task.cancel(), { once: true });
      await task.promise.catch((thrown: unknown) => {
        if (!signal.aborted) throw thrown;
      });
    };
    return { count: document.numPages, shape, draw, close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

/** The bytes that base64 stands for. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

import { Worker } from "node:worker_threads";
import type { Chart } from "./chart.ts";
import type { Drawing, Drawn } from "./draw-worker.ts";

/** Milliseconds. The first picture loads the library that draws it. */
const PATIENCE = 30_000;

type Waiting = { readonly resolve: (png: Uint8Array) => void; readonly reject: (why: Error) => void };

/** A thread of its own, so that no question waits for a picture; it does not keep the process alive. */
class Draughtsman {
  readonly #worker = new Worker(new URL("./draw-worker.ts", import.meta.url));
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(onEnd: () => void) {
    const end = (why: Error): void => {
      onEnd();
      for (const { reject } of this.#waiting.values()) reject(why);
      this.#waiting.clear();
    };
    this.#worker.on("message", (drawn: Drawn) => this.#finish(drawn));
    this.#worker.on("error", (error) => end(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("exit", (code) => end(new Error(`the thread that draws ended with ${code}`)));
    this.#worker.unref();
  }

  draw(chart: Chart): Promise<Uint8Array> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    this.#asked += 1;
    const drawing: Drawing = { id: this.#asked, chart };
    this.#waiting.set(drawing.id, { resolve, reject });
    this.#worker.ref();
    this.#worker.postMessage(drawing);
    const late = setTimeout(() => {
      // A thread that hangs would hold up every picture after this one.
      void this.#worker.terminate();
    }, PATIENCE);
    return promise.finally(() => clearTimeout(late));
  }

  #finish(drawn: Drawn): void {
    const waiting = this.#waiting.get(drawn.id);
    this.#waiting.delete(drawn.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (drawn.ok) waiting?.resolve(drawn.png);
    else waiting?.reject(new Error(drawn.why));
  }
}

let draughtsman: Draughtsman | null = null;

/** The chart as a PNG, 1,440 pixels wide. Throws where it could not be drawn; the answer stands without it. */
export const drawChart = (chart: Chart): Promise<Uint8Array> => {
  draughtsman ??= new Draughtsman(() => {
    draughtsman = null;
  });
  return draughtsman.draw(chart);
};

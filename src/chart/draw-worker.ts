import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import { parse, View } from "vega";
import { compile } from "vega-lite";
import type { Chart } from "./chart.ts";
import { FONT_FAMILY, toVegaLite } from "./to-vega-lite.ts";

/** What is asked of the worker, and what it says: a PNG, or why there is none. */
export type Drawing = { readonly id: number; readonly chart: Chart };
export type Drawn =
  | { readonly id: number; readonly ok: true; readonly png: Uint8Array }
  | { readonly id: number; readonly ok: false; readonly why: string };

const FONTS = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
const FONT_FILES = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => join(FONTS, file));

/** Twice as many pixels as the picture is wide, for screens that have them. */
const SHARPNESS = 2;

const draw = async (chart: Chart): Promise<Uint8Array> => {
  const view = new View(parse(compile(toVegaLite(chart)).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  const picture = new Resvg(svg, {
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
    fitTo: { mode: "zoom", value: SHARPNESS },
  });
  return picture.render().asPng();
};

parentPort?.on("message", async ({ id, chart }: Drawing) => {
  try {
    parentPort?.postMessage({ id, ok: true, png: await draw(chart) } satisfies Drawn);
  } catch (error) {
    parentPort?.postMessage({ id, ok: false, why: String(error) } satisfies Drawn);
  }
});

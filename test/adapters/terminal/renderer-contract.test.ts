import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { toScreen } from "../../../adapters/terminal/to-screen.ts";
import { rendererContract } from "../renderer-contract.ts";

const WIDTH = 100;

rendererContract({
  platform: "the terminal",
  render: (message) => {
    const screen = toScreen(message, { width: WIDTH, colour: true });
    const visible = stripVTControlCharacters(screen);
    const tooWide = visible.split("\n").filter((line) => stringWidth(line) > WIDTH);
    // An address is never broken, so that it can still be clicked.
    const broken = tooWide.filter((line) => !line.includes("https://"));
    return [{ visible, broken, obeyed: [] }];
  },
});

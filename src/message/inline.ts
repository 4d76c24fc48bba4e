import type { Inline } from "./message.ts";

export const plain = (text: string): Inline => ({ text, style: "plain", link: null });
export const strong = (text: string): Inline => ({ text, style: "strong", link: null });
export const quiet = (text: string): Inline => ({ text, style: "quiet", link: null });
/** Text that leads to an address where there is one; without an address it is plain text. */
export const linked = (text: string, link: string | null): Inline => ({ text, style: "plain", link });

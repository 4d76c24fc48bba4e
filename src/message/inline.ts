import type { Inline } from "./message.ts";
import { WORDING } from "./wording.ts";

export const plain = (text: string): Inline => ({ text, style: "plain", link: null });
export const strong = (text: string): Inline => ({ text, style: "strong", link: null });
export const quiet = (text: string): Inline => ({ text, style: "quiet", link: null });
/** What was said and is not so: struck through, and never left out. */
export const struck = (text: string): Inline => ({ text, style: "struck", link: null });
/** Text that leads to an address where there is one; without an address it is plain text. */
export const linked = (text: string, link: string | null): Inline => ({ text, style: "plain", link });

/** "The Courier, “Bridge toll doubles”": the outlet, and the title where it has one; the link is on the last of them. */
export const documentName = (outlet: string, title: string | null, url: string | null): readonly Inline[] =>
  title === null ? [linked(outlet, url)] : [plain(`${outlet}, `), linked(WORDING.title(title), url)];

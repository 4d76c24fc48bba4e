import type { ModalView } from "@slack/types";
import type { ReasonForm } from "../../src/desk.ts";
import { OURS } from "./limits.ts";
import { WORDING } from "./wording.ts";

const INPUT = "text";

/** What a form is for: the name under which Slack hands it back, and what is carried through it. */
type Carried = { readonly callbackId: string; readonly metadata: string; readonly isLong: boolean };

/** A form with one field for a text. */
export const textForm = (
  { title, label }: ReasonForm,
  { callbackId, metadata, isLong }: Carried,
): ModalView => ({
  type: "modal",
  callback_id: callbackId,
  title: { type: "plain_text", text: title },
  submit: { type: "plain_text", text: WORDING.reportSend },
  close: { type: "plain_text", text: WORDING.reportCancel },
  private_metadata: metadata,
  blocks: [
    {
      type: "input",
      block_id: INPUT,
      label: { type: "plain_text", text: label },
      element: { type: "plain_text_input", action_id: INPUT, multiline: isLong, max_length: OURS.reason },
    },
  ],
});

type Filled = {
  readonly state: {
    readonly values: Readonly<Record<string, Readonly<Record<string, { value?: string | null }>>>>;
  };
};

/** What was written into it. */
export const writtenIn = ({ state }: Filled): string => state.values[INPUT]?.[INPUT]?.value ?? "";

import { plain, quiet, struck } from "../message/inline.ts";
import type { Block, Message } from "../message/message.ts";
import type { Telling } from "../store/telling.ts";
import type { DueMessage } from "./due-corrections.ts";
import { WORDING } from "./wording.ts";

/** "slack C0DESK00001, U0ASKER0001, 2026-11-21T09:00:00.000Z" */
const whereOf = ({ platform, place, asker, toldAt }: Telling): string =>
  WORDING.toldWhere(`${platform} ${place}`, asker, toldAt);

const addressee = ({ telling, review }: DueMessage): Block => {
  const { was, now } = review.headline;
  return {
    kind: "line",
    line: [
      quiet(`${whereOf(telling)} `),
      plain(`“${telling.question}” `),
      struck(was),
      plain(now === null ? "" : ` ${now}`),
    ],
  };
};

/** Each message that is to be corrected: where it stands, who asked what and when, and how it changes. */
export const layOutAddressees = (due: readonly DueMessage[]): Message => ({ blocks: due.map(addressee) });

/** An entry of the ledger: where and when it was told to whom, and what. */
export const layOutLedger = (telling: Telling): Message => ({
  blocks: [
    {
      kind: "line",
      line: [quiet(`${whereOf(telling)} `), plain(`“${telling.question}” `), plain(telling.headline)],
    },
  ],
});

import { setImmediate as nextTurn } from "node:timers/promises";
import type { CalendarDate } from "../calendar/day.ts";
import type { Desk } from "./open-desk.ts";
import { WORDING } from "./wording.ts";

/** So many questions, and those that lie near each, are as many as make Node compile what answers them. */
const QUESTIONS = 100;

/** The newest and the oldest period of what is held most of, each in a question that the desk would propose itself. */
const questionsOf = (desk: Desk): readonly string[] =>
  desk
    .topics()
    .slice(0, QUESTIONS)
    .flatMap(({ measure, periods }) =>
      [...new Set([periods.at(-1), periods[0]])].flatMap((period) =>
        period === undefined ? [] : [WORDING.inPeriod(measure.name, period.label)],
      ),
    );

/**
 * Asks what is held before anybody does, one question a turn: Node runs what it has run often several times as fast,
 * and files that are read at the first use are read. Whoever asks first then waits no longer than the hundredth.
 */
export const warmUp = async (desk: Desk, askedOn: CalendarDate, goesOn: () => boolean): Promise<void> => {
  for (const text of questionsOf(desk).slice(0, QUESTIONS)) {
    await nextTurn();
    if (!goesOn()) return;
    const { answer, conversation } = desk.ask({ text, askedOn }, null);
    await nextTurn();
    for (const { question } of desk.followUps(answer, askedOn)) {
      await nextTurn();
      desk.ask({ text: question, askedOn }, conversation);
    }
  }
};

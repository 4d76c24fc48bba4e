import { answerMissOnDiscord, answerMissOnSlack } from "./answer-miss.ts";
import { recall } from "./recall.ts";

const EACH = 250;
const KILLED_AFTER = [3, 40, 111, 170, 260, 333];
/** Milliseconds from the save of a row to the answer in the thread that asked. */
const BAR = 5_000;

const say = (lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);

const began = performance.now();
const { told, kills, revised, replied, wrong, summaries } = await recall(EACH, KILLED_AFTER);
say([
  `${told} told messages on two platforms, ${kills} kills, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  `${revised} edited, ${replied} threads told, ${wrong.length} wrong`,
  ...wrong,
  ...summaries,
]);

const slack = await answerMissOnSlack();
const discord = await answerMissOnDiscord();
say([
  `a miss that a row answers is told ${Math.round(slack.after)} ms after the save in Slack, ${Math.round(discord.after)} ms on Discord`,
]);
const isTold = slack.after < BAR && discord.after < BAR;
process.exitCode = wrong.length === 0 && revised === told && isTold ? 0 : 1;

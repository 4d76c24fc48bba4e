/** Every word that Slack's side adds; sentences about figures come from the core. */
export const WORDING = {
  share: "Share in channel",
  report: "Report a problem",
  askDesk: "Ask the desk",
  choose: "This one",
  ask: "Ask",
  asks: " asks: ",
  /** Above an answer to a button that was pressed in a thread. */
  asked: (question: string): string => `asked: ${question}`,
  edited: "The question was edited; this answers it as it stands now.",
  nothingToLookUp: "There are no words in that message that I could look up.",
  expired: "That button is from too long ago. Ask in words, and you get a fresh answer.",
  help: "Ask in plain words for a figure, and you get it with its period, its hedge and its source.",
  ways: (bot: string): readonly (readonly [string, string])[] => [
    ["/figure QUESTION", "posts your question here, and the answer in its thread"],
    ["/figure private QUESTION", "answers you alone, with a button to share it"],
    ["/figure help", "shows this"],
    [`@${bot} QUESTION`, "asks anywhere, and follows up in a thread, where Slack runs no commands"],
    ["Look up this figure", "in a message's menu (⋮) asks what the message asks, in its thread"],
    ["Check figures", "in a message's menu (⋮) checks each number of the message, for you alone"],
    ["Copy for story, Add to list", "below an answer; /figure lists shows what was kept"],
    ["In a direct message", "just ask; nobody else reads along"],
  ],
  homeHow: "How to ask",
  homeHeld: "What I hold",
  homeRecent: "Your last questions",
  homeTry: "Try one",
  reportTitle: "Report a problem",
  reportSend: "Send",
  reportCancel: "Cancel",
  reportLabel: "What is wrong with this answer?",
  reportAbout: "You asked: ",
  storyFiles: "The files that you asked for:",
  seenAlone: "(shown to that person alone)",
  reportThanks: "Thank you. The desk has your report.",
  reportLost: (id: string): string =>
    `Your report did not reach the desk's channel (${id}). Please tell the desk yourself.`,
  /** Why an answer comes another way than asked for, and what to do about it. */
  cannotPost: (bot: string): string =>
    `I am not in that channel, so you alone see this. To have answers there: /invite @${bot}`,
  archived: "That channel is archived, so nothing can be posted there. You alone see this.",
  restricted: "This workspace does not let me post in that channel; its admins can change that.",
  missingScope: (scope: string): string =>
    `I lack Slack's permission ${scope}. Whoever installed me can give it: reinstall the app with the manifest.`,
  gone: "The message to answer is gone. You alone see this.",
  notTaken: (id: string): string => `Slack did not take my answer there (${id}). You alone see this.`,
} as const;

/** What stops a start, each in one line that names the variable and never its value. */
export const START = {
  botToken: (error: string): string =>
    `SLACK_BOT_TOKEN: Slack does not accept it (${error}); copy it from “OAuth & Permissions” of the app, once it is installed`,
  appToken: (error: string): string =>
    `SLACK_APP_TOKEN: Slack does not accept it (${error}); make one with connections:write under “Basic Information” of the app, and turn Socket Mode on`,
  unreachable: (variable: string | null, why: string): string =>
    `${variable === null ? "" : `${variable}: `}Slack cannot be reached (${why}); check the network${variable === null ? "" : " and the address"}`,
  port: (port: number, why: string): string => `SLACK_PORT: cannot listen on port ${port} (${why})`,
} as const;

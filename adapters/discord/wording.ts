/** Every word that Discord's side adds; sentences about figures come from the core. */
export const WORDING = {
  command: {
    name: "figure",
    description: "Ask the figures desk, in plain words",
    question: "What do you want to know? Suggestions come while you type.",
    private: "Only you see the answer, and may share it.",
  },
  /** In a message's menu. */
  check: { name: "Check figures" },
  help: "Ask for a figure in plain words; you get it with its period, its source and what to mind.",
  ways: [
    "– Mention me in a channel: the answer comes in a thread. There, mention me again, reply to me with the ping on, or press a button.",
    "– Use /figure: suggestions come while you type, and nobody else sees what you ask in private.",
    "– Check figures, in a message's menu under Apps, checks each number of the message for you alone.",
    "– Copy for story and Add to list stand below an answer; /figure lists shows what was kept.",
    "– Write to me directly, without a mention.",
  ],
  share: "Share",
  followUp: "Ask a follow-up",
  report: "Report a problem",
  askDesk: "Ask the desk",
  nameless: "–",
  followUpForm: { title: "Ask a follow-up", label: "Your question", placeholder: "and the year before?" },
  reportForm: {
    title: "Report a problem",
    label: "What is wrong with this answer?",
    placeholder: "What you expected, and where it stands",
  },
  reported: "Thank you. The figures desk has it.",
  notReported: "I could not pass that on just now. Please tell the figures desk yourself.",
  shared: "Shared in this channel.",
  notShared: "I could not share it: I may not write in this channel.",
  gone: "I no longer know what this button asked. Please type the question.",
  busy: "I could not answer just now.",
  /** Who pressed a button, and what it asked, above the answer. */
  asked: (name: string, question: string): string => `${name} asked: ${question}`,
  hint: (bot: string): string =>
    `I can only read messages here that mention ${bot}, or that reply to one of mine with the ping on. You can also press “Ask a follow-up”.`,
  roleMention: (bot: string): string =>
    `That mentioned my role, and Discord does not show me what such a message says. Please mention ${bot} itself.`,
  /** The name of a thread on a message that asks nothing. */
  thread: "Figures",
  /** Above an answer that could not be given where it was asked for. */
  elsewhere: (link: string): string => `To ${link}:`,
} as const;

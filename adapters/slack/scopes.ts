/** What the bot needs of Slack, and what each is for; the manifest asks for these and no others. */
export const NEEDS = {
  "app_mentions:read": "to hear that it is mentioned",
  "chat:write": "to answer where it is a member, and alone with a person",
  "chat:write.public": "to answer /figure in public channels that it has not joined",
  commands: "for /figure and the entry in a message's menu",
  "files:write": "to put charts and tables below an answer",
  "im:history": "to hear what it is asked in a direct conversation",
} as const;

export const SCOPES = Object.keys(NEEDS) as readonly (keyof typeof NEEDS)[];

/** Events that the app subscribes to. */
export const EVENTS = ["app_home_opened", "app_mention", "message.im"] as const;

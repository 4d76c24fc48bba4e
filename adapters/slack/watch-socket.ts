import type { SocketModeReceiver } from "@slack/bolt";

/**
 * Resolves with the error when a socket that was once open cannot be opened anew for good, as when its token was
 * taken back. Bolt would leave that error to end the process, with a stack for a message.
 */
export const watchSocket = ({ client }: SocketModeReceiver): Promise<unknown> => {
  const open = client.start.bind(client);
  let wasOpen = false;
  return new Promise((lost) => {
    client.start = async () => {
      try {
        const opened = await open();
        wasOpen = true;
        return opened;
      } catch (error) {
        if (!wasOpen) throw error;
        lost(error);
        // Whoever waits for the connection waits on: the bot is about to be stopped.
        return new Promise<never>(() => undefined);
      }
    };
  });
};

import { EventEmitter, once } from "node:events";
import { buffer } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { sendHtml } from "./html.ts";
import { freePort } from "../../../scripts/free-port.ts";
import { comeAndGo, type ComesAndGoes, serve } from "./listen.ts";
import { type Message, mailboxPage } from "./mailbox-page.ts";

export interface Mailbox extends ComesAndGoes {
  /** For the environment variable `EMAIL_SERVER`. */
  smtpUrl: string;
  /** Where a person reads the mail. */
  pageUrl: string;
  /** All mail, the oldest first. */
  messages: Message[];
  /** The address in the next message to somebody. */
  nextLink(email: string): Promise<string>;
  close(): Promise<void>;
}

/** A real SMTP server, that takes all mail and delivers none. */
export async function startMailbox(): Promise<Mailbox> {
  const messages: Message[] = [];
  const arrivals = new EventEmitter<Record<string, [Message]>>();
  const take = (message: Message) => {
    messages.push(message);
    arrivals.emit(message.to, message);
  };

  const port = await freePort();
  const listen = () => serveSmtp(port, take);
  const smtp = comeAndGo(await listen(), listen);
  const page = await serve((_request, response) => sendHtml(response, mailboxPage(messages)));

  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    pageUrl: `http://127.0.0.1:${page.port}`,
    messages,
    nextLink: (email) =>
      new Promise((resolve) => {
        arrivals.once(email, ({ links }) => resolve(links[0] ?? ""));
      }),
    ...smtp,
    async close() {
      await smtp.vanish();
      await page.close();
    },
  };
}

async function serveSmtp(port: number, take: (message: Message) => void) {
  const smtp = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    async onData(stream, { envelope }, done) {
      const { subject = "", text = "" } = await PostalMime.parse(await buffer(stream));
      const links = text.match(/https?:\/\/\S+/g) ?? [];
      for (const { address } of envelope.rcptTo) take({ to: address, subject, text, links });
      done();
    },
  });
  smtp.listen(port, "127.0.0.1");
  await once(smtp.server, "listening");
  return { close: () => new Promise<void>((resolve) => smtp.close(resolve)) };
}

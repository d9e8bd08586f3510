import type { Exchange, Exchanges } from "../../exchanges/exchange.ts";
import { topics, type Topic } from "../../exchanges/topics.ts";
import { readAnswer } from "../../recorder/answer.ts";
import { exchangesFor, readAnswers } from "../../recorder/recordings.ts";
import { servers } from "../../recorder/servers.ts";
import { type Model, NotModelled, playModel } from "../models/model.ts";
import { lookAt, type View } from "./view.ts";

/** In what a model is not like its server. */
export interface Difference {
  /** Topic and name of an exchange, e.g. `"session / update"`. */
  readonly exchange: string;
  readonly aspect: string;
  readonly recorded: unknown;
  readonly modelled: unknown;
}

/** What a model's view is compared by, where it has nothing for an exchange. */
const NOT_MODELLED = "not modelled";

async function askModel(model: Model, exchange: Exchange): Promise<View> {
  const { origin, authUrl } = model.create();
  const names = [
    [authUrl, "<auth>"],
    [`${origin}/pages/plain.html`, "<provider>"],
    [origin, "<app>"],
    ["https://github.example", "<provider>"],
  ] as const;
  try {
    return lookAt(await readAnswer(await playModel(model, exchange), names), model);
  } catch (error) {
    if (error instanceof NotModelled) return { [NOT_MODELLED]: error.message };
    throw error;
  }
}

/** Plays everything that a model's server has been asked. */
export async function findDifferences(model: Model): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [topic, exchanges] of Object.entries<Exchanges>(topics)) {
    const answers = readAnswers(model.like, topic as Topic);
    for (const [title, exchange] of exchangesFor(servers[model.like], exchanges)) {
      const recorded = lookAt(answers[title]!, model);
      const modelled = await askModel(model, exchange);
      const isModelled = !(NOT_MODELLED in modelled);
      const aspects = isModelled ? Object.keys({ ...recorded, ...modelled }) : [NOT_MODELLED];
      for (const aspect of aspects) {
        const [expected, actual] = [recorded[aspect], modelled[aspect]];
        if (JSON.stringify(expected) === JSON.stringify(actual)) continue;
        const found = { aspect, recorded: expected, modelled: actual };
        differences.push({ exchange: `${topic} / ${title}`, ...found });
      }
    }
  }
  return differences;
}

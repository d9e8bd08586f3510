import type { Answer } from "./answer.ts";

function formatList(items: readonly unknown[]): string {
  return `[\n${items.map((item) => `      ${JSON.stringify(item)}`).join(",\n")}\n    ]`;
}

/** The answers as JSON that is read by line: a line for each cookie, and for each other part of an answer. */
export function formatAnswers(answers: Readonly<Record<string, Answer>>): string {
  const texts = Object.entries(answers).map(([title, answer]) => {
    const parts = Object.entries(answer).map(([name, value]: [string, unknown]) => {
      const text = name === "cookies" ? formatList(value as unknown[]) : JSON.stringify(value);
      return `    ${JSON.stringify(name)}: ${text}`;
    });
    return `  ${JSON.stringify(title)}: {\n${parts.join(",\n")}\n  }`;
  });
  return `{\n${texts.join(",\n")}\n}\n`;
}

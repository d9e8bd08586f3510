import type { Mechanism } from "../mechanism.ts";

/** Whose clock tells when a session ends. */
export const time: readonly Mechanism[] = [
  {
    name: "expiry by the server's clock",
    file: "api/http.ts",
    cut: { value: "serverNow", in: "ask", becomes: "environment.now()" },
    test: ["client/expiry", "shows the session until it ends by the server's clock"],
  },
  {
    name: "expiry: looked at again after sleep, and past 24.8 days",
    file: "runtime/alarm.ts",
    cut: { value: "MAX_DELAY_MS", becomes: "Infinity" },
    test: ["runtime/alarm", "rings within a minute of awakening"],
  },
  {
    name: "expiry: a clock that is set is not believed",
    file: "environment/steady-clock.ts",
    cut: { call: "max", in: "createSteadyClock", becomes: "wallNow - lastWall" },
    test: ["client/expiry", "does not keep it alive for longer, nor stop the polls"],
  },
  {
    name: "one clock for all tabs",
    file: "session/advance-clock.ts",
    cut: { value: "now", in: "advanceClock", becomes: "event.now" },
    test: ["session/transition", "the clock of all tabs is that of the tab furthest ahead"],
  },
  {
    name: "expiry: an answer that a frozen page finds late has been in time",
    file: "session/reading.ts",
    cut: { value: "lateMs", in: "receiveAnswer", becomes: "0" },
    test: ["session/reading", "an answer that a frozen page finds late has been in time"],
  },
];

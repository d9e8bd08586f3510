import type { SessionBase } from "../../src/types/session.ts";

export const NOW = Date.UTC(2026, 0);
export const HOUR_MS = 3_600_000;
/** The read that is under way in a state that is reading. */
export const READING = NOW - 100.5;
export const RANDOM = 0.25;
/** The tab of which the tests are. */
export const THIS = 0.5;
/** The tab whose announcements are received. */
export const OTHER = 0.75;
/** A third tab. */
export const THIRD = 0.125;

const expires = new Date(NOW + HOUR_MS).toISOString();
export const ada: SessionBase = { user: { name: "Ada", email: "ada@app.example" }, expires };
export const grace: SessionBase = { user: { name: "Grace", email: "grace@app.example" }, expires };

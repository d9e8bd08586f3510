import { serveDuringTests } from "common/e2e";
import { app } from "./app.ts";

export default serveDuringTests(app);

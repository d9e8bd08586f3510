import { serveDuringTests } from "shared/e2e";
import { app } from "./app.ts";

export default serveDuringTests(app);

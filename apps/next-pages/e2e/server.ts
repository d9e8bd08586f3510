import { serveDuringTests } from "common/e2e";
import { app } from "./app";

export default serveDuringTests(app);

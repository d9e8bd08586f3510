import { serveDuringTests } from "shared/e2e";
import { app } from "./app";

export default serveDuringTests(app);

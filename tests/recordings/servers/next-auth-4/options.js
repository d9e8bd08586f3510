import { encode } from "next-auth/jwt";
import { createOptions } from "./create-options.mjs";

export const options = () => createOptions({ encode });

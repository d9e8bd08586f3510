import { Auth } from "@auth/core";

export default defineEventHandler((event) => Auth(toWebRequest(event), authOptions));

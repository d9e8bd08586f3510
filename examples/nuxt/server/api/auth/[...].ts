import { Auth } from "@auth/core";
import { reportFailedReads } from "@sojourn/core/server";

const answerAuth = reportFailedReads((request) => Auth(request, authOptions));

export default defineEventHandler((event) => answerAuth(toWebRequest(event)));

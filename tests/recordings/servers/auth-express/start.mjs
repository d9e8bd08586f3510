import { CredentialsSignin } from "@auth/core/errors";
import { encode } from "@auth/core/jwt";
import { ExpressAuth } from "@auth/express";
import express from "express";
import { createOptions } from "./create-options.mjs";

class Locked extends CredentialsSignin {
  code = "locked";
}

const app = express();
app.use("/auth", (request, response, next) =>
  ExpressAuth(createOptions({ encode, Locked }))(request, response, next),
);
app.listen(Number(process.env.PORT), "127.0.0.1");

import { testPasskeyDoors } from "doors";
import { app } from "./app.ts";

testPasskeyDoors({ ...app, name: "next-app", dialect: "v5" });

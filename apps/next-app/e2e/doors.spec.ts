import { testDoors } from "doors";
import { app } from "./app.ts";

testDoors({ ...app, name: "next-app", dialect: "v5" });

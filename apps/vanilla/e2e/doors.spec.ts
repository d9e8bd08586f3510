import { testDoors } from "doors";
import { app } from "./app.ts";

testDoors({ ...app, name: "vanilla", dialect: "v5" });

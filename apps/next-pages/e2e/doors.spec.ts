import { testDoors } from "doors";
import { app } from "./servers";

testDoors({ ...app, name: "next-pages", dialect: "v4" });

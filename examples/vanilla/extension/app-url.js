export const appUrl = "http://localhost:3000";

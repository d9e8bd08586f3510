// Prints where the browser is that a package has brought along: `node unpack.mjs old-chromium-92`.
const { default: chromium } = await import(process.argv[2]);
const { executablePath } = chromium.default ?? chromium;
console.log(await (typeof executablePath === "function" ? executablePath() : executablePath));

// Prints where the browser is that the package has brought along, once it is unpacked.
import chromium from "@sparticuz/chromium";

console.log(await chromium.executablePath());

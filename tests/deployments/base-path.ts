/** The Next `basePath` that the app was built with: Next adds it to links, and to nothing else. */
export const basePath = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

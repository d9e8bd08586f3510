const { APP_ORIGINS, CROSS_SITE, PORT } = process.env;

export const port = Number(PORT ?? 3000);

/** The origins of pages that may ask this auth server. */
export const appOrigins = APP_ORIGINS?.split(" ") ?? [];

/** Whether those are pages of another site: not only of another port or subdomain. */
export const isCrossSite = CROSS_SITE === "true";

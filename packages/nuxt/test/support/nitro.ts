/** Nitro's, with the defaults of the module. */
export const useRuntimeConfig = () => ({ app: { baseURL: "/" }, public: { sojourn: {} } });
export const defineNitroPlugin = (plugin: unknown) => plugin;

"use strict";

const { getSession, getCsrfToken } = require("next-auth/react");

/** @returns {Promise<import("next-auth").Session["user"] | null>} */
exports.whoami = async function whoami() {
  const session = await getSession();
  return session ? session.user : null;
};

exports.hasToken = async function hasToken() {
  return Boolean(await getCsrfToken());
};

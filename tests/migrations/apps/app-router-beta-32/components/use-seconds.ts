"use client";

import { useEffect, useState } from "react";

export function useSeconds(): number {
  const [tenths, setTenths] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTenths((last) => last + 1), 100);
    return () => clearInterval(timer);
  }, []);
  return tenths / 10;
}

const format = new Intl.NumberFormat("en", { style: "currency", currency: "GBP" });

export function price(pence: number): string {
  return format.format(pence / 100);
}

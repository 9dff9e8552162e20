#!/usr/bin/env python3
"""Makes model/diet/foods.csv and portions.csv from the figures of USDA's FNDDS 2021-2023 and Standard Reference.

    tools/import_usda.py TABLES

TABLES is a folder with fndds_foods.csv, fndds_portions.csv, sr_foods.csv and sr_portions.csv, one row a food with the
figures per 100 g. Blank stays blank: unknown is never zero. The rows are put into one shape, ids keep the number their
source gave them, and every row names its source. Foods those tables lack stand in model/diet/extra_foods.csv.
"""
import csv
import sys

NUTRIENTS = {
    "energy_kcal": "kcal", "protein_g": "protein_g", "carbohydrate_g": "carb_g", "fat_g": "fat_g",
    "fibre_g": "fibre_g", "sugars_g": "sugars_g", "saturated_fat_g": "satfat_g", "water_g": "water_g",
    "alcohol_g": "alcohol_g", "caffeine_mg": "caffeine_mg", "calcium_mg": "Ca_mg", "magnesium_mg": "Mg_mg",
    "phosphorus_mg": "P_mg", "potassium_mg": "K_mg", "sodium_mg": "Na_mg", "iron_mg": "Fe_mg", "zinc_mg": "Zn_mg",
    "copper_mg": "Cu_mg", "selenium_ug": "Se_ug", "vitamin_a_ug": "vitA_rae_ug", "vitamin_c_mg": "vitC_mg",
    "vitamin_d_ug": "vitD_ug", "vitamin_e_mg": "vitE_mg", "vitamin_k_ug": "vitK_ug", "thiamin_mg": "thiamin_mg",
    "riboflavin_mg": "riboflavin_mg", "niacin_mg": "niacin_mg", "vitamin_b6_mg": "vitB6_mg", "b12_ug": "vitB12_ug",
    "folate_ug": "folate_dfe_ug", "folic_acid_ug": "folic_acid_ug", "choline_mg": "choline_mg",
}


def rows(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def food(row, synonyms, source):
    figures = [row[column] for column in NUTRIENTS.values()]
    return [row["id"], row["description"], synonyms, row["group"], source, *figures]


def foods(folder):
    for row in rows(folder, "fndds_foods.csv"):
        yield food(row, row["also_includes"], "usda_fndds_2021")
    for row in rows(folder, "sr_foods.csv"):
        synonyms = "; ".join(filter(None, (row["common_name"], row["manufacturer"], row["sci_name"])))
        yield food(row, synonyms, "usda_sr_legacy" if row["in_sr_legacy"] == "1" else "usda_sr28")


def portions(folder):
    """Measure, how many of it, grams. A measure of no grams is no measure, nor is one of a food without figures."""
    listed = {row["id"] for name in ("fndds_foods.csv", "sr_foods.csv") for row in rows(folder, name)}
    for row in rows(folder, "fndds_portions.csv"):
        if row["id"] in listed and float(row["grams"]) > 0:
            yield [row["id"], "1", row["measure"], row["grams"]]
    for row in rows(folder, "sr_portions.csv"):
        # An amount printed as 0 was rounded away by the source: how many of the measure weigh that is unknown.
        if row["id"] in listed and float(row["grams"]) > 0 and float(row["amount"] or 1) > 0:
            yield [row["id"], row["amount"] or "1", row["measure"], row["grams"]]


def write(path, heading, lines):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        count = 0
        for count, line in enumerate(lines, 1):
            writer.writerow(line)
    print(f"{path}: {count} rows")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write("model/diet/foods.csv", ["id", "name", "synonyms", "group", "source", *NUTRIENTS], foods(sys.argv[1]))
    write("model/diet/portions.csv", ["id", "amount", "measure", "grams"], portions(sys.argv[1]))

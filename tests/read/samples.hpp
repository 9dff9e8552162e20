// One small diary of each format, as its program writes it. The people and their meals are made up.
#pragma once

#include "app/read/diary.hpp"

#include <string>
#include <utility>
#include <vector>

namespace rheobase::samples {

inline std::string const cronometer =
    "Day,Time,Group,Food Name,Amount,Energy (kcal),Oxalate (mg),Water (g),B12 (Cobalamin) (\xC2\xB5g),Folate "
    "(\xC2\xB5g),Vitamin D (IU),Calcium (mg),"
    "Magnesium (mg),Potassium (mg),Sodium (mg),Carbs (g),Net Carbs (g),Fiber (g),Fat (g),Protein "
    "(g),Category\n"
    "2023-09-04,9:00 AM,Breakfast,\"Oats, Rolled, Dry\",58.00 "
    "g,219.82,,6.21,0.00,18.56,0.00,30.16,80.04,209.96,3.48,39.25,33.39,5.86,3.78,7.63,Cereal Grains and "
    "Pasta\n"
    "2023-09-04,9:00 AM,Breakfast,\"Banana, Raw\",1.00 "
    "medium,105.02,,88.39,0.00,23.60,0.00,5.90,31.86,422.44,1.18,26.95,23.88,3.07,0.39,1.29,Fruits and Fruit "
    "Juices\n"
    "2023-09-04,9:05 AM,Breakfast,\"Vitamin D3, 1000 IU\",1.00 x 1000.0 "
    "IU,0.00,,,,,1000.00,,,,,,,,,,Supplements\n"
    "2023-09-04,1:30 PM,Lunch,\"Spinach, Raw\",60.00 "
    "g,13.80,,54.84,0.00,116.40,0.00,59.40,47.40,334.80,47.40,2.18,0.86,1.32,0.23,1.72,Vegetables and "
    "Vegetable Products\n"
    "2023-09-05,,Dinner,\"Salmon, Atlantic, Wild, Cooked, Dry Heat\",150.00 "
    "g,273.00,,89.43,4.58,43.50,,22.50,55.50,942.00,84.00,0.00,0.00,0.00,12.20,38.16,Finfish\n";

inline std::string const cronometer_2012 =
    "Day,Food Name,Amount,Energy (kcal),Alcohol (g),Caffeine (mg),Water (g),B1 (Thiamine) (mg),Vitamin A "
    "(IU),Magnesium (mg),Protein (g)\n"
    "2011-4-18,\"Peaches, yellow, raw\",\"2.00 medium (2-2/3\"\" dia)\",117,,,266.61,0.07,978.00,27.00,2.73\n"
    "2011-4-18,\"Coffee, brewed\",240.00 g,2.40,0.00,95.00,238.54,0.03,0.00,7.20,0.29\n";

inline std::string const cronometer_days =
    "Date,Energy (kcal),Alcohol (g),Caffeine (mg),Water (g),Magnesium (mg),Vitamin D (IU),Carbs (g),Net "
    "Carbs (g),Fat (g),Protein (g),Completed\n"
    "2026-09-24,2712.40,0.00,95.00,2100.30,410.20,320.00,301.20,263.10,82.60,158.30,true\n"
    "2026-09-25,1988.00,0.00,190.00,2400.00,355.00,80.00,240.00,202.00,62.00,92.00,false\n"
    "2026-09-26,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,false\n";

inline std::string const myfitnesspal =
    "Date,Meal,Calories,Fat (g),Saturated Fat,Polyunsaturated Fat,Monounsaturated Fat,Trans "
    "Fat,Cholesterol,Sodium (mg),Potassium,Carbohydrates (g),"
    "Fiber,Sugar,Protein (g),Vitamin A,Vitamin C,Calcium,Iron,Note\n"
    "2024-01-15,Breakfast,500.4,15.0,5.0,1.0,1.0,0.0,50.0,600.0,300.0,70.0,3.0,20.0,25.0,10.0,20.0,30.0,12.0,"
    "\n"
    "2024-01-15,Dinner,\"1,050.0\",30.0,8.0,2.0,3.0,0.0,90.0,900.0,800.0,90.0,10.0,8.0,90.0,0.0,0.0,0.0,0.0,"
    "late meal\n"
    "2024-01-16,Lunch,450.0,12.0,4.0,1.0,1.0,0.0,40.0,500.0,410.0,60.0,2.0,15.0,20.0,4.0,8.0,5.0,1.0,\n"
    "Totals,,2000.4,57.0,17.0,4.0,5.0,0.0,180.0,2000.0,1510.0,220.0,15.0,43.0,135.0,14.0,28.0,35.0,13.0,\n";

inline std::string const loseit =
    "Date,Name,Icon,Meal,Quantity,Units,Calories,Deleted,Fat (g),Protein (g),Carbohydrates (g),Saturated Fat "
    "(g),Sugars (g),Fiber (g),Cholesterol (mg),Sodium (mg)\n"
    "07/15/2026,\"Yogurt, Greek, plain\",Yogurt,Breakfast,200.0,Grams,118,0,0.8,20.4,7.2,0.2,6.5,0,10,72\n"
    "07/15/2026,Spinach,Spinach,Lunch,1.0,Cups,7,0,0.1,0.9,1.1,n/a,0.1,0.7,0,24\n"
    "07/15/2026,Chocolate Cake,Cake,Snacks,1.0,Slice,400,1,18,4,55,8,40,2,40,300\n"
    "07/16/2026,\"Almonds, dry roasted\",Nut,Snacks,1.0,Ounces,169,0,14.9,5.9,6.0,1.2,1.4,3.1,0,0\n";

inline std::string const asa24 =
    "RecallRecId,UserName,UserID,RecallNo,RecallAttempt,RecallStatus,IntakeStartDateTime,IntakeEndDateTime,"
    "ReportingDate,Lang,Occ_No,Occ_Time,Occ_Name,"
    "EatWith,FoodNum,FoodType,CodeNum,FoodCode,ModCode,HowMany,SubCode,PortionCode,FoodAmt,KCAL,PROT,TFAT,"
    "CARB,MOIS,ALC,CAFF,SUGR,FIBE,CALC,IRON,MAGN,PHOS,"
    "POTA,SODI,ZINC,VC,FDFE,VB12,VARA,VITD,CHOLN,FoodComp,Food_Description\n"
    "a1,P101,u1,1,0,2,11/5/2021 0:00,11/5/2021 23:59,11/6/2021,1,1,11/5/2021 "
    "7:00,1,,1,1,1,72125100,0,6,0,61116,60,13.8,1.716,0.234,2.178,54.84,0,0,0.252,1.32,59.4,"
    "1.626,47.4,29.4,334.8,47.4,0.318,16.86,116.4,0,281.4,0,11.58,1,\"Spinach, raw\"\n"
    "a1,P101,u1,1,0,2,11/5/2021 0:00,11/5/2021 23:59,11/6/2021,1,2,11/5/2021 "
    "19:30,4,,2,1,2,99999999,0,2,0,63522,236,210.04,2.5724,0.7788,53.9024,176.7876,0,0,28.8628,"
    "6.136,11.8,0.6136,63.72,51.92,844.88,2.36,0.354,20.532,47.2,0,7.08,0,23.128,1,\"Banana, raw\"\n";

inline std::string const samsung_intake =
    "com.samsung.health.food_intake,6610022,8\n"
    "create_sh_ver,start_time,amount,custom,modify_sh_ver,update_time,create_time,meal_type,client_data_id,"
    "name,unit,client_data_ver,calorie,time_offset,deviceuuid,"
    "comment,pkg_name,datauuid,food_info_id\n"
    ",2026-05-20 06:30:00.000,1.0,,,2026-05-20 06:31:00.000,2026-05-20 "
    "06:31:00.000,100001,,Porridge,120001,,158.0,UTC+0200,d1,,com.sec.android.app.shealth,u1,f1,\n"
    ",2026-05-20 23:10:00.000,1.0,,,2026-05-20 23:12:00.000,2026-05-20 23:12:00.000,100003,,Lentil "
    "soup,120001,,210.0,UTC+0200,d1,,com.sec.android.app.shealth,u2,f2,\n";

inline std::string const samsung_nutrition =
    "com.samsung.health.nutrition,6610022,8\n"
    "create_sh_ver,magnesium,potassium,calcium,sodium,title,meal_type,start_time,time_offset,calorie,protein,"
    "carbohydrate,total_fat,dietary_fiber,deviceuuid,pkg_name,datauuid\n"
    ",,164.0,19.0,115.0,Porridge,100001,2026-05-20 "
    "06:30:00.000,UTC+0200,158.0,5.9,27.0,3.2,4.0,d1,com.sec.android.app.shealth,n1,\n"
    ",,500.0,30.0,640.0,Lentil soup,100003,2026-05-20 "
    "23:10:00.000,UTC+0200,210.0,12.0,31.0,3.0,9.0,d1,com.sec.android.app.shealth,n2,\n";

inline std::string apple_record(std::string const& type, std::string const& unit, std::string const& value,
                                std::string const& start = "2026-03-14 12:00:00 +0100",
                                std::string const& source = "Cronometer") {
    return " <Record type=\"HKQuantityTypeIdentifier" + type + "\" sourceName=\"" + source +
           "\" sourceVersion=\"4\" unit=\"" + unit + "\" creationDate=\"" + start + "\" startDate=\"" +
           start + "\" endDate=\"" + start + "\" value=\"" + value + "\"/>\n";
}

inline std::string apple_file(std::string const& records) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!-- HealthKit Export "
           "Version: 13 -->\n<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation)*)>\n"
           "<!ATTLIST Record\n  type CDATA #REQUIRED\n>\n]>\n<HealthData locale=\"en_GB\">\n <ExportDate "
           "value=\"2026-03-20 09:00:00 +0100\"/>\n" +
           records + "</HealthData>\n";
}

inline std::string const apple = apple_file(
    apple_record("HeartRate", "count/min", "61") + apple_record("DietaryEnergyConsumed", "Cal", "158") +
    apple_record("DietaryMagnesium", "mg", "56") + apple_record("DietaryVitaminD", "mcg", "1.5") +
    apple_record("DietaryProtein", "g", "5.9") +
    apple_record("DietaryWater", "mL", "330", "2026-03-14 15:00:00 +0100", "WaterMinder") +
    apple_record("DietaryEnergyConsumed", "kJ", "836.8", "2026-03-15 08:00:00 +0100") +
    " <Correlation type=\"HKCorrelationTypeIdentifierFood\" sourceName=\"Cronometer\" startDate=\"2026-03-14 "
    "12:00:00 +0100\">\n"
    "  <MetadataEntry key=\"HKFoodType\" value=\"Oatmeal, cooked\"/>\n" +
    apple_record("DietaryEnergyConsumed", "Cal", "158") + apple_record("DietaryMagnesium", "mg", "56") +
    apple_record("DietaryProtein", "g", "5.9") + " </Correlation>\n");

inline std::string const own_csv = "day,time,meal,text\n"
                                   "2026-01-05,08:00,breakfast,two eggs\n"
                                   "2026-01-05,13:00,lunch,150 g cooked rice\n";

inline std::string const own_json =
    "{\"diary\": [\n"
    "  {\"day\": \"2026-01-05\", \"time\": \"08:00\", \"meal\": \"breakfast\", \"text\": \"two eggs\"},\n"
    "  {\"day\": \"2026-01-05\", \"text\": \"spinach\", \"food_id\": \"FNDDS:72125100\", \"grams\": 60, "
    "\"nutrients\": {\"magnesium_mg\": 50}},\n"
    "  {\"day\": \"2026-01-06\", \"text\": \"magnesium tablet\", \"part\": \"supplement\", \"nutrients\": "
    "{\"magnesium_mg\": 200}}\n]}\n";

inline std::string const google_fit =
    "{\"Data Source\": \"raw:com.google.nutrition:app\", \"Data Points\": [\n"
    "{\"fitValue\":[{\"value\":{\"mapVal\":[{\"key\":\"calories\",\"value\":{\"fpVal\":105}},{\"key\":"
    "\"protein\",\"value\":{\"fpVal\":1.3}},{\"key\":\"carbs.total\",\"value\":{\"fpVal\":27}},"
    "{\"key\":\"fat.total\",\"value\":{\"fpVal\":0.4}},{\"key\":\"potassium\",\"value\":{\"fpVal\":422}}]}},{"
    "\"value\":{\"intVal\":4}},{\"value\":{\"stringVal\":\"banana\"}}],"
    "\"startTimeNanos\":1767600000000000000,\"dataTypeName\":\"com.google.nutrition\"}\n]}\n";

inline std::string const snapcalorie =
    "Date,Time,Food,Quantity,Unit,Calories (kcal),Protein (g),Carbs (g),Fat (g),Saturates (g),Fiber "
    "(g),Sugar (g),Cholesterol (mg),Sodium (mg),Potassium (mg)\n"
    "2026-02-01,08:15,\"Egg, whole, boiled\",100,g,155,12.6,1.1,10.6,3.3,0,1.1,373,124,126\n"
    "2026-02-01,12:40,Brown rice cooked,1,cup,218,4.5,45.8,1.6,0.3,3.5,0,0,2,154\n";

inline std::string const european =
    "Food diary of April\nDate;Meal;Food;Grams;Energy (kJ);Protein (g);Carbs (g);Fat (g);Salt (g)\n"
    "13/04/2026;Lunch;\"Lentils, cooked\";150;728,5;13,5;30,2;0,6;0,01\n";

inline std::string const plain_words =
    "2026-01-05\nBreakfast: two eggs\nLunch:\n150 g cooked rice and spinach\n";

inline std::vector<std::pair<std::string, std::string>> all() {
    return {{"cronometer", cronometer},
            {"cronometer", cronometer_2012},
            {"cronometer_days", cronometer_days},
            {"myfitnesspal", myfitnesspal},
            {"loseit", loseit},
            {"asa24", asa24},
            {"samsung_food_intake", samsung_intake},
            {"samsung_nutrition", samsung_nutrition},
            {"apple_health", apple},
            {"rheobase_csv", own_csv},
            {"rheobase_json", own_json},
            {"google_fit", google_fit},
            {"table", snapcalorie},
            {"table", european},
            {"words", plain_words}};
}

inline diet::Diary diary_of(std::string const& text) {
    auto diary = read::read_diary_text(text, "sample", diet::foods());
    return diary ? *diary : diet::Diary{in_words(diary.error()), {}, {}, {}, 0};
}

inline bool notes_say(diet::Diary const& diary, std::string const& words) {
    for (auto const& note : diary.notes)
        if (note.find(words) != note.npos)
            return true;
    return false;
}

} // namespace rheobase::samples

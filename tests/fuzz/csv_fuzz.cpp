// Any bytes as the rows of an export, below each of the headings that are known.
#include "app/read/diary.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    using namespace rheobase;
    constexpr std::string_view headings[] = {
        "Day,Time,Group,Food Name,Amount,Energy (kcal),Vitamin D (IU),Magnesium (mg),Category\n",
        "Date,Energy (kcal),Water (g),Magnesium (mg),Completed\n",
        "Date,Meal,Calories,Fat (g),Potassium,Calcium,Note\n",
        "Date,Name,Icon,Meal,Quantity,Units,Calories,Deleted,Fat (g)\n",
        "UserName,ReportingDate,Occ_Time,Occ_Name,FoodCode,FoodAmt,KCAL,MAGN,POTA,VITD,Food_Description\n",
        "com.samsung.health.food_intake,1,2\nstart_time,amount,meal_type,name,unit,calorie,time_offset,"
        "deviceuuid\n",
        "day,time,meal,line,text,food_id,food,grams,magnesium_mg,sure,grams_low,grams_high,stated,part\n",
        "Date;Food;Grams;Energy (kJ);Salt (g)\n",
    };
    if (size == 0)
        return 0;
    std::string text(headings[bytes[0] % std::size(headings)]);
    text.append(reinterpret_cast<char const*>(bytes) + 1, size - 1);
    auto const diary = read::read_diary_text(text, "fuzz", diet::foods());
    if (!diary)
        return 0;
    for (auto const& eaten : diary->eaten)
        for (double const amount : eaten.stated.amount)
            if (amount < 0 || amount > 1e12)
                std::abort();
    return 0;
}

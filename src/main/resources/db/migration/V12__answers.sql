-- What answers an inquiry is looked for by the inquiry; without this, through all transfers that there ever were.
create index transfer_answers on transfer (answers) where answers is not null;
